output "identifier" {
  description = "Identifier of the instance."
  value       = aws_db_instance.this.identifier
}

output "arn" {
  description = "ARN of the instance."
  value       = aws_db_instance.this.arn
}

output "endpoint" {
  description = "Address of the database, host:port, as DB_ENDPOINT expects it."
  value       = aws_db_instance.this.endpoint
  depends_on  = [terraform_data.password]
}

output "database" {
  description = "Name of the database."
  value       = aws_db_instance.this.db_name
}

output "username" {
  description = "User name of the administrator."
  value       = aws_db_instance.this.username
}

output "clients_security_group_id" {
  description = "Security group to assign to the clients of the database."
  value       = aws_security_group.clients.id
}

output "ca_certificate" {
  description = "Root certificate that signs the server's certificate, PEM."
  value       = file("${path.module}/rds-ca-us-east-1.pem")
}
