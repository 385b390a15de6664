output "resource_id" {
  description = "Resource id of the scalable target."
  value       = aws_appautoscaling_target.this.resource_id
}
