output "role_arns" {
  description = "ARNs of the roles that the workflow assumes, by purpose: plan, and apply if it exists."
  value       = { for name, role in aws_iam_role.this : name => role.arn }
}
