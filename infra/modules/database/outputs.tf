output "identifier" {
  description = "Name of the instance."
  value       = aws_db_instance.this.identifier
}

output "arn" {
  description = "The instance."
  value       = aws_db_instance.this.arn
}

output "endpoint" {
  description = "Where it is reached: host:port, as DB_ENDPOINT takes it."
  value       = aws_db_instance.this.endpoint
}

output "database" {
  description = "Name of the database."
  value       = aws_db_instance.this.db_name
}

output "username" {
  description = "The administrator."
  value       = aws_db_instance.this.username
}

output "clients_security_group_id" {
  description = "Security group to give to whatever may connect."
  value       = aws_security_group.clients.id
}

output "ca_certificate" {
  description = "Root that signs the server's certificate, PEM."
  value       = file("${path.module}/rds-ca-us-east-1.pem")
}
