output "arn" {
  description = "ARN of the secret."
  value       = aws_secretsmanager_secret.this.arn
  # A task that starts must find the value.
  depends_on = [terraform_data.value]
}

output "name" {
  description = "Name of the secret."
  value       = aws_secretsmanager_secret.this.name
}

output "generation" {
  description = "Generation of the value."
  value       = var.generation
}
