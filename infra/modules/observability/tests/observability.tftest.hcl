mock_provider "aws" {
  mock_data "aws_region" {
    defaults = { name = "us-east-1" }
  }
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{}" }
  }
  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:us-east-1:123456789012:stage-ecommerce-alarms" }
  }
}

variables {
  prefix          = "stage"
  dashboard_name  = "StagingEcommerce"
  cluster_name    = "stage-ecommerce-cluster"
  services        = ["order-service", "api-gateway"]
  load_balancer   = { arn_suffix = "app/a/1", target_group_arn_suffix = "targetgroup/g/1" }
  database        = { identifier = "stage-ecommerce-db", connections = 200, low_storage_gib = 2 }
  nat_gateway_ids = { us-east-1a = "nat-1", us-east-1b = "nat-2" }
  alarm_emails    = ["staff@example.com"]
}

run "alarms_publish_to_the_topic" {
  assert {
    condition = alltrue([
      for alarm in concat(values(aws_cloudwatch_metric_alarm.this), values(aws_cloudwatch_metric_alarm.services)) :
      contains(alarm.alarm_actions, aws_sns_topic.alarms.arn) && alarm.treat_missing_data == "notBreaching"
    ])
    error_message = "Every alarm must publish to the topic, and none may fire because a paused shop sends no data."
  }
  assert {
    condition     = length([for query in aws_cloudwatch_metric_alarm.services["ecs-high-cpu"].metric_query : query if length(query.metric) > 0]) == 2
    error_message = "The CPU alarm must include every service."
  }
  assert {
    condition     = aws_cloudwatch_metric_alarm.this["rds-low-storage"].threshold == 2147483648 && aws_cloudwatch_metric_alarm.this["rds-many-connections"].threshold == 160
    error_message = "The thresholds of the database must follow its storage and connections."
  }
}

run "the_dashboard_shows_each_service" {
  assert {
    condition     = length(jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets) == 11 && length(jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets[0].properties.metrics) == 2
    error_message = "The dashboard must have eleven widgets with a line per service."
  }
}

run "an_eleventh_service_gets_a_second_alarm" {
  command = plan
  variables {
    services = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"]
  }
  assert {
    condition = alltrue([
      for name, metrics in { ecs-high-cpu = 10, ecs-high-cpu-2 = 1 } :
      length([for query in aws_cloudwatch_metric_alarm.services[name].metric_query : query if length(query.metric) > 0]) == metrics
    ])
    error_message = "Ten services must share an alarm, and the eleventh must have the next one."
  }
}
