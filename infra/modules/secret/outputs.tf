output "arn" {
  description = "The secret, by which a task definition or a policy names it."
  value       = aws_secretsmanager_secret.this.arn
}

output "name" {
  description = "Name of the secret."
  value       = aws_secretsmanager_secret.this.name
}

output "generation" {
  description = "Generation of the value, for the write-only argument that takes it."
  value       = aws_secretsmanager_secret_version.this.secret_string_wo_version
}

output "version_id" {
  description = "Version that holds the value. An ephemeral secret version reads it back where Terraform itself needs it."
  value       = aws_secretsmanager_secret_version.this.version_id
}
