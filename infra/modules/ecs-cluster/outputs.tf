output "name" {
  description = "Name of the cluster."
  value       = aws_ecs_cluster.this.name
  depends_on  = [aws_ecs_cluster_capacity_providers.this]
}

output "arn" {
  description = "ARN of the cluster."
  value       = aws_ecs_cluster.this.arn
}

output "services_security_group_id" {
  description = "Security group of the services."
  value       = aws_security_group.services.id
}

output "namespace" {
  description = "Private DNS namespace: its id, and the domain of its services."
  value       = { id = aws_service_discovery_private_dns_namespace.this.id, domain = aws_service_discovery_private_dns_namespace.this.name }
}

output "exec_log_group_arn" {
  description = "Log group of the commands run through ECS Exec."
  value       = aws_cloudwatch_log_group.exec.arn
}
