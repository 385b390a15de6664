output "topic_arn" {
  description = "ARN of the topic that every alarm publishes to."
  value       = aws_sns_topic.alarms.arn
}

output "heartbeat_topic_arn" {
  description = "ARN of the topic that the monitoring must publish to at least every five minutes."
  value       = aws_sns_topic.heartbeat.arn
}

output "dashboard_name" {
  description = "Name of the dashboard."
  value       = aws_cloudwatch_dashboard.this.dashboard_name
}

output "alarm_names" {
  description = "Names of all alarms."
  value = concat(
    [for alarm in merge(aws_cloudwatch_metric_alarm.services, aws_cloudwatch_metric_alarm.this, aws_cloudwatch_metric_alarm.tasks) : alarm.alarm_name],
    [aws_cloudwatch_metric_alarm.no_gateway.alarm_name, aws_cloudwatch_composite_alarm.silent.alarm_name]
  )
}

output "deployment_alarms" {
  description = "Names of the alarms that roll back the deployment during which they fire: customers get errors. A new environment fires none."
  value       = [aws_cloudwatch_metric_alarm.this["alb-5xx-errors"].alarm_name]
}
