output "topic_arn" {
  description = "Topic that every alarm tells."
  value       = aws_sns_topic.alarms.arn
}

output "dashboard_name" {
  description = "Name of the dashboard."
  value       = aws_cloudwatch_dashboard.this.dashboard_name
}

output "alarm_names" {
  description = "Every alarm."
  value       = concat([for alarm in aws_cloudwatch_metric_alarm.services : alarm.alarm_name], [for alarm in aws_cloudwatch_metric_alarm.this : alarm.alarm_name])
}
