mock_provider "aws" {
  mock_data "aws_region" {
    defaults = { id = "us-east-1" }
  }
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{}" }
  }
  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:us-east-1:123456789012:stage-ecommerce-alarms" }
  }
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/some-role" }
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

  permissions_boundary_arn = "arn:aws:iam::123456789012:policy/stage-ecommerce-boundary"
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

run "slow_responses_are_noticed_if_there_are_enough_to_tell" {
  command = plan
  variables {
    slow_response_seconds = 0.5
  }
  assert {
    condition = [
      aws_cloudwatch_metric_alarm.this["alb-slow-responses"].extended_statistic, aws_cloudwatch_metric_alarm.this["alb-slow-responses"].threshold,
      aws_cloudwatch_metric_alarm.this["alb-slow-responses"].evaluate_low_sample_count_percentiles
    ] == ["p95", 0.5, "ignore"]
    error_message = "The alarm must compare the 95th percentile with the threshold, unless it is of a few requests."
  }
}

run "a_threshold_of_nothing_is_refused" {
  command = plan
  variables {
    slow_response_seconds = 0
  }
  expect_failures = [var.slow_response_seconds]
}

run "the_dashboard_shows_each_service" {
  assert {
    condition     = length(jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets) == 11 && length(jsondecode(aws_cloudwatch_dashboard.this.dashboard_body).widgets[0].properties.metrics) == 2
    error_message = "The dashboard must have eleven widgets with a line per service."
  }
}

run "missing_tasks_are_noticed" {
  variables {
    monitoring = ["prometheus", "grafana"]
    services   = ["order-service", "api-gateway", "user-service", "proxy-client"]
  }
  assert {
    condition = [for name in ["0", "1"] : length([
      for query in aws_cloudwatch_metric_alarm.tasks[name].metric_query : query if length(query.metric) > 0
    ])] == [10, 2]
    error_message = "Each service must have two metrics, with at most ten in an alarm."
  }
  assert {
    condition     = one([for query in aws_cloudwatch_metric_alarm.tasks["1"].metric_query : query.expression if query.id == "missing"]) == "MAX([desired0 - running0])"
    error_message = "The alarm must compare the desired and the running tasks."
  }
  assert {
    condition     = aws_cloudwatch_metric_alarm.no_gateway.treat_missing_data == "breaching" && aws_cloudwatch_metric_alarm.no_gateway.threshold == 1
    error_message = "A shop that never pauses must have a gateway."
  }
  assert {
    condition     = jsondecode(aws_cloudwatch_event_rule.ecs.event_pattern).resources == [{ prefix = "arn:aws:ecs:us-east-1:123456789012:service/stage-ecommerce-cluster/" }]
    error_message = "Only the events of this environment's services count."
  }
  assert {
    condition     = aws_cloudwatch_event_target.ecs.role_arn == aws_iam_role.events.arn
    error_message = "EventBridge must publish with a role."
  }
}

run "a_shop_that_pauses_without_container_insights" {
  variables {
    pauses             = true
    container_insights = false
  }
  assert {
    condition     = length(aws_cloudwatch_metric_alarm.tasks) == 0 && aws_cloudwatch_metric_alarm.no_gateway.treat_missing_data == "notBreaching"
    error_message = "A pause must fire no alarm, and nothing counts the tasks."
  }
  assert {
    condition     = !strcontains(aws_cloudwatch_dashboard.this.dashboard_body, "ContainerInsights")
    error_message = "The dashboard must show metrics that exist."
  }
}

run "silence_of_the_monitoring_is_noticed_except_in_a_pause" {
  assert {
    condition     = aws_cloudwatch_composite_alarm.silent.alarm_rule == "ALARM(\"stage-monitoring-sends-nothing\") AND NOT ALARM(\"stage-paused\")"
    error_message = "The dead man's switch must not fire in a pause."
  }
  assert {
    condition = alltrue([
      for alarm in [aws_cloudwatch_metric_alarm.silent, aws_cloudwatch_metric_alarm.paused] :
      alarm.treat_missing_data == "breaching" && length(coalesce(alarm.alarm_actions, [])) == 0
    ])
    error_message = "Missing data is what both alarms wait for, and only the composite alarm tells somebody."
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
