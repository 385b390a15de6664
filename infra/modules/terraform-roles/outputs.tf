output "role_arns" {
  description = "Roles that the workflow takes, by what it does: plan and apply."
  value       = { for name, role in aws_iam_role.this : name => role.arn }
}
