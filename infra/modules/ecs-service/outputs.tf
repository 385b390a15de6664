output "name" {
  description = "Name of the service in its cluster."
  value       = aws_ecs_service.this.name
}

output "task_family" {
  description = "Family of its task definitions."
  value       = aws_ecs_task_definition.this.family
}

output "service_arn" {
  description = "ARN of the service."
  value       = aws_ecs_service.this.id
}

output "role_arns" {
  description = "Roles of the tasks. To register a task definition, a role must be allowed to pass them."
  value       = [module.roles.execution_role_arn, module.roles.task_role_arn]
}

output "log_group_name" {
  description = "Log group of the service."
  value       = aws_cloudwatch_log_group.this.name
}

output "log_group_arn" {
  description = "ARN of the log group of the service."
  value       = aws_cloudwatch_log_group.this.arn
}

output "image" {
  description = "Image that the service runs, or that a new service starts with."
  value       = local.image
}
