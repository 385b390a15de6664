output "role_arn" {
  description = "Role that the workflow takes."
  value       = aws_iam_role.this.arn
}
