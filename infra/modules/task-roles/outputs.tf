output "execution_role_arn" {
  description = "ARN of the role of the agent that starts the task."
  value       = aws_iam_role.execution.arn
}

output "task_role_arn" {
  description = "ARN of the role of the task itself."
  value       = aws_iam_role.task.arn
}
