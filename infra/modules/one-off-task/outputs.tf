output "task_family" {
  description = "Family of its task definitions."
  value       = aws_ecs_task_definition.this.family
}

output "role_arns" {
  description = "Roles of the task. To run it, a role must be allowed to pass them."
  value       = [module.roles.execution_role_arn, module.roles.task_role_arn]
}
