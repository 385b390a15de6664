output "arn" {
  description = "ARN of the secret."
  value       = aws_secretsmanager_secret.this.arn
  # A task that starts must find the value.
  depends_on = [aws_secretsmanager_secret_version.this]
}

output "name" {
  description = "Name of the secret."
  value       = aws_secretsmanager_secret.this.name
}

output "generation" {
  description = "Generation of the value, for the version of a write-only argument."
  value       = aws_secretsmanager_secret_version.this.secret_string_wo_version
}

output "version_id" {
  description = "Version with the value. If Terraform itself needs the value, read it with an ephemeral secret version."
  value       = aws_secretsmanager_secret_version.this.version_id
}
