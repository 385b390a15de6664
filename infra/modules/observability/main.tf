data "aws_region" "current" {}

data "aws_caller_identity" "current" {}

locals {
  region = data.aws_region.current.id

  # Alarms on one metric. A paused shop sends no data, which must not fire an alarm.
  alarms = {
    alb-5xx-errors = {
      description = "The services answer with 5xx."
      namespace   = "AWS/ApplicationELB", metric = "HTTPCode_Target_5XX_Count", statistic = "Sum"
      period      = 60, periods = 1, comparison = "GreaterThanThreshold", threshold = 10
      dimensions  = { LoadBalancer = var.load_balancer.arn_suffix }
    }
    alb-own-5xx-errors = {
      description = "The load balancer itself answers with 5xx: no gateway is healthy."
      namespace   = "AWS/ApplicationELB", metric = "HTTPCode_ELB_5XX_Count", statistic = "Sum"
      period      = 60, periods = 1, comparison = "GreaterThanThreshold", threshold = 10
      dimensions  = { LoadBalancer = var.load_balancer.arn_suffix }
    }
    alb-slow-responses = {
      description = "One response in twenty has taken longer than ${var.slow_response_seconds} s for 15 minutes."
      namespace   = "AWS/ApplicationELB", metric = "TargetResponseTime", percentile = "p95"
      period      = 300, periods = 3, comparison = "GreaterThanThreshold", threshold = var.slow_response_seconds
      dimensions  = { LoadBalancer = var.load_balancer.arn_suffix }
    }
    alb-unhealthy-gateway = {
      description = "A gateway fails its health check for five minutes."
      namespace   = "AWS/ApplicationELB", metric = "UnHealthyHostCount", statistic = "Maximum"
      period      = 60, periods = 5, comparison = "GreaterThanThreshold", threshold = 0
      dimensions = {
        LoadBalancer = var.load_balancer.arn_suffix
        TargetGroup  = var.load_balancer.target_group_arn_suffix
      }
    }
    rds-high-cpu = {
      description = "The CPU of the database has been busy for 15 minutes."
      namespace   = "AWS/RDS", metric = "CPUUtilization", statistic = "Average"
      period      = 300, periods = 3, comparison = "GreaterThanThreshold", threshold = 80
      dimensions  = { DBInstanceIdentifier = var.database.identifier }
    }
    rds-low-storage = {
      description = "The storage of the database is almost full and no longer grows automatically."
      namespace   = "AWS/RDS", metric = "FreeStorageSpace", statistic = "Minimum"
      period      = 300, periods = 1, comparison = "LessThanThreshold", threshold = var.database.low_storage_gib * pow(1024, 3)
      dimensions  = { DBInstanceIdentifier = var.database.identifier }
    }
    rds-many-connections = {
      description = "More than four fifths of the database's connections are in use."
      namespace   = "AWS/RDS", metric = "DatabaseConnections", statistic = "Maximum"
      period      = 300, periods = 1, comparison = "GreaterThanThreshold", threshold = floor(var.database.connections * 0.8)
      dimensions  = { DBInstanceIdentifier = var.database.identifier }
    }
  }

  nat_alarms = {
    for zone, gateway in var.nat_gateway_ids : "nat-no-free-port-${zone}" => {
      description = "The NAT gateway of ${zone} has no port left for a new connection."
      namespace   = "AWS/NATGateway", metric = "ErrorPortAllocation", statistic = "Sum"
      period      = 300, periods = 1, comparison = "GreaterThanThreshold", threshold = 0
      dimensions  = { NatGatewayId = gateway }
    }
  }

  # Compares the maximum of all services, because Fargate has no such metric for a cluster. An alarm's expression has at most ten
  # metrics, so the eleventh service is watched by a second alarm.
  service_metrics = {
    ecs-high-cpu    = { metric = "CPUUtilization", threshold = 80, word = "CPU" }
    ecs-high-memory = { metric = "MemoryUtilization", threshold = 90, word = "memory" }
  }
  service_alarms = merge([
    for name, alarm in local.service_metrics : {
      for index, services in chunklist(var.services, 10) :
      (index == 0 ? name : "${name}-${index + 1}") => merge(alarm, { services = services })
    }
  ]...)

  # Title and metrics of each widget: namespace, name, dimensions, statistic.
  widgets = [
    ["ECS: CPU, per cent", [for name in var.services : ["AWS/ECS", "CPUUtilization", "ClusterName", var.cluster_name, "ServiceName", name, { label = name }]], "Average"],
    ["ECS: memory, per cent", [for name in var.services : ["AWS/ECS", "MemoryUtilization", "ClusterName", var.cluster_name, "ServiceName", name, { label = name }]], "Average"],
    # Without Container Insights: each task reports its CPU once a minute.
    ["ECS: running tasks", [for name in var.services : concat(var.container_insights ? ["ECS/ContainerInsights", "RunningTaskCount"] : ["AWS/ECS", "CPUUtilization"], ["ClusterName", var.cluster_name, "ServiceName", name, { label = name }])], var.container_insights ? "Minimum" : "SampleCount"],
    ["ALB: requests", [["AWS/ApplicationELB", "RequestCount", "LoadBalancer", var.load_balancer.arn_suffix]], "Sum"],
    ["ALB: response time, 95th percentile, s", [["AWS/ApplicationELB", "TargetResponseTime", "LoadBalancer", var.load_balancer.arn_suffix]], "p95"],
    ["ALB: answers of 5xx", [for metric in ["HTTPCode_Target_5XX_Count", "HTTPCode_ELB_5XX_Count"] : ["AWS/ApplicationELB", metric, "LoadBalancer", var.load_balancer.arn_suffix]], "Sum"],
    ["RDS: connections", [["AWS/RDS", "DatabaseConnections", "DBInstanceIdentifier", var.database.identifier]], "Maximum"],
    ["RDS: CPU, per cent", [["AWS/RDS", "CPUUtilization", "DBInstanceIdentifier", var.database.identifier]], "Average"],
    ["RDS: free storage, bytes", [["AWS/RDS", "FreeStorageSpace", "DBInstanceIdentifier", var.database.identifier]], "Minimum"],
    ["NAT: bytes out", [for zone, gateway in var.nat_gateway_ids : ["AWS/NATGateway", "BytesOutToDestination", "NatGatewayId", gateway, { label = zone }]], "Sum"],
    ["NAT: bytes in", [for zone, gateway in var.nat_gateway_ids : ["AWS/NATGateway", "BytesInFromSource", "NatGatewayId", gateway, { label = zone }]], "Sum"],
  ]
}

# Not encrypted: CloudWatch can't publish to a topic with the AWS managed key, and the text of an alarm isn't secret.
resource "aws_sns_topic" "alarms" {
  name = "${var.prefix}-ecommerce-alarms"
}

# EventBridge and Alertmanager publish with a role of this account.
data "aws_iam_policy_document" "topic" {
  statement {
    sid       = "AlarmsOfThisAccount"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.alarms.arn]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

resource "aws_sns_topic_policy" "alarms" {
  arn    = aws_sns_topic.alarms.arn
  policy = data.aws_iam_policy_document.topic.json
}

resource "aws_sns_topic_subscription" "email" {
  for_each = var.alarm_emails

  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = each.key
}

resource "aws_cloudwatch_metric_alarm" "services" {
  for_each = local.service_alarms

  alarm_name          = "${var.prefix}-${each.key}"
  alarm_description   = "A service uses more than ${each.value.threshold} % of its ${each.value.word} for five minutes."
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.threshold
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]

  metric_query {
    id          = "worst"
    label       = "Worst service"
    expression  = "MAX(METRICS())"
    return_data = true
  }

  dynamic "metric_query" {
    for_each = each.value.services

    content {
      id    = "m${metric_query.key}"
      label = metric_query.value

      metric {
        namespace   = "AWS/ECS"
        metric_name = each.value.metric
        period      = 300
        stat        = "Average"
        dimensions  = { ClusterName = var.cluster_name, ServiceName = metric_query.value }
      }
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = merge(local.alarms, local.nat_alarms)

  alarm_name          = "${var.prefix}-${each.key}"
  alarm_description   = each.value.description
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = try(each.value.statistic, null)
  extended_statistic  = try(each.value.percentile, null)
  period              = each.value.period
  evaluation_periods  = each.value.periods
  comparison_operator = each.value.comparison
  threshold           = each.value.threshold
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]

  # A percentile of a few requests says nothing: one slow import at night would fire the alarm.
  evaluate_low_sample_count_percentiles = can(each.value.percentile) ? "ignore" : null
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = var.dashboard_name
  dashboard_body = jsonencode({
    widgets = [
      for index, widget in local.widgets : {
        type       = "metric"
        x          = (index % 3) * 8
        y          = floor(index / 3) * 6
        width      = 8
        height     = 6
        properties = { title = widget[0], metrics = widget[1], stat = widget[2], period = 60, region = local.region, view = "timeSeries" }
      }
    ]
  })
}
