# The dead man's switch. Prometheus always fires the alert Watchdog, and Alertmanager publishes it to this topic every five minutes. The
# topic needs no subscribers: CloudWatch counts its messages. So somebody is told if Prometheus, Alertmanager or its way to SNS fails.
resource "aws_sns_topic" "heartbeat" {
  name = "${var.prefix}-ecommerce-heartbeat"
}

resource "aws_cloudwatch_metric_alarm" "silent" {
  alarm_name          = "${var.prefix}-monitoring-sends-nothing"
  alarm_description   = "No heartbeat has arrived for 15 minutes. Tells nobody itself: see ${var.prefix}-monitoring-silent."
  namespace           = "AWS/SNS"
  metric_name         = "NumberOfMessagesPublished"
  dimensions          = { TopicName = aws_sns_topic.heartbeat.name }
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 3
  comparison_operator = "LessThanThreshold"
  threshold           = 1
  treat_missing_data  = "breaching"
}

# In a pause, the monitoring is silent too. This lasts half an hour longer than the pause, until the monitoring has started.
resource "aws_cloudwatch_metric_alarm" "paused" {
  alarm_name          = "${var.prefix}-paused"
  alarm_description   = "No gateway ran at some time in the last half hour. Tells nobody."
  namespace           = "AWS/ECS"
  metric_name         = "CPUUtilization"
  dimensions          = { ClusterName = var.cluster_name, ServiceName = "api-gateway" }
  statistic           = "SampleCount"
  period              = 300
  evaluation_periods  = 6
  datapoints_to_alarm = 1
  comparison_operator = "LessThanThreshold"
  threshold           = 1
  treat_missing_data  = "breaching"
}

resource "aws_cloudwatch_composite_alarm" "silent" {
  alarm_name        = "${var.prefix}-monitoring-silent"
  alarm_description = "The shop runs, but its monitoring sends nothing, so no alert of Prometheus would arrive."
  alarm_rule        = "ALARM(\"${aws_cloudwatch_metric_alarm.silent.alarm_name}\") AND NOT ALARM(\"${aws_cloudwatch_metric_alarm.paused.alarm_name}\")"
  alarm_actions     = [aws_sns_topic.alarms.arn]
  ok_actions        = [aws_sns_topic.alarms.arn]
}
