output "name" {
  description = "Name of the service in its cluster."
  value       = aws_ecs_service.this.name
}

output "task_family" {
  description = "Family of its task definitions."
  value       = aws_ecs_task_definition.this.family
}

output "service_arn" {
  description = "The service, as policies name it."
  value       = aws_ecs_service.this.id
}

output "role_arns" {
  description = "The roles that a task is given: whoever registers a task definition must be allowed to pass them."
  value       = [module.roles.execution_role_arn, module.roles.task_role_arn]
}

output "log_group_name" {
  description = "Where its logs are."
  value       = aws_cloudwatch_log_group.this.name
}
