output "resource_id" {
  description = "The scalable target, as Application Auto Scaling names it."
  value       = aws_appautoscaling_target.this.resource_id
}
