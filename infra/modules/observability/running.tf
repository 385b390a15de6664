# Does the shop run? A shop that pauses at times may send no data; another one must not.
locals {
  missing_data = var.pauses ? "notBreaching" : "breaching"
  # An alarm's expression has at most ten metrics: those of five services.
  task_groups = var.container_insights ? { for index, group in chunklist(concat(var.services, var.monitoring), 5) : index => group } : {}
}

resource "aws_cloudwatch_metric_alarm" "no_gateway" {
  alarm_name          = "${var.prefix}-alb-no-healthy-gateway"
  alarm_description   = "The load balancer has had no healthy gateway for three minutes."
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HealthyHostCount"
  dimensions          = { LoadBalancer = var.load_balancer.arn_suffix, TargetGroup = var.load_balancer.target_group_arn_suffix }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "LessThanThreshold"
  threshold           = 1
  treat_missing_data  = local.missing_data
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}

resource "aws_cloudwatch_metric_alarm" "tasks" {
  for_each = local.task_groups

  alarm_name          = "${var.prefix}-ecs-tasks-missing-${each.key + 1}"
  alarm_description   = "Fewer tasks than desired have run for ten minutes: ${join(", ", each.value)}."
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  evaluation_periods  = 10
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]

  metric_query {
    id          = "missing"
    label       = "Missing tasks of the worst service"
    expression  = "MAX([${join(", ", [for index, _ in each.value : "desired${index} - running${index}"])}])"
    return_data = true
  }

  dynamic "metric_query" {
    for_each = { for pair in setproduct(range(length(each.value)), ["desired", "running"]) : "${pair[1]}${pair[0]}" => pair }

    content {
      id    = metric_query.key
      label = "${each.value[metric_query.value[0]]}, ${metric_query.value[1]}"

      metric {
        namespace   = "ECS/ContainerInsights"
        metric_name = metric_query.value[1] == "desired" ? "DesiredTaskCount" : "RunningTaskCount"
        period      = 60
        stat        = metric_query.value[1] == "desired" ? "Minimum" : "Maximum"
        dimensions  = { ClusterName = var.cluster_name, ServiceName = each.value[metric_query.value[0]] }
      }
    }
  }
}

# Failed deployments, and services whose tasks don't start. ECS reports both as events, which cost nothing.
resource "aws_cloudwatch_event_rule" "ecs" {
  name        = "${var.prefix}-ecs-failures"
  description = "A deployment has failed, or a service can't start its tasks."
  event_pattern = jsonencode({
    source    = ["aws.ecs"]
    resources = [{ prefix = "arn:aws:ecs:${local.region}:${data.aws_caller_identity.current.account_id}:service/${var.cluster_name}/" }]
    detail    = { eventName = ["SERVICE_DEPLOYMENT_FAILED", "SERVICE_TASK_START_IMPAIRED", "SERVICE_TASK_PLACEMENT_FAILURE"] }
  })
}

resource "aws_cloudwatch_event_target" "ecs" {
  rule = aws_cloudwatch_event_rule.ecs.name
  arn  = aws_sns_topic.alarms.arn
  # Not by the topic's policy: EventBridge fulfils no condition there, and without one every account's rules could publish.
  role_arn = aws_iam_role.events.arn

  input_transformer {
    input_paths    = { event = "$.detail.eventName", reason = "$.detail.reason", service = "$.resources[0]" }
    input_template = "\"<event> of <service>. Reason: <reason>\""
  }
}

data "aws_iam_policy_document" "events_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

data "aws_iam_policy_document" "events" {
  statement {
    sid       = "PublishEvents"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.alarms.arn]
  }
}

resource "aws_iam_role" "events" {
  name                 = "${var.prefix}-ecommerce-ecs-failures"
  description          = "Publishes failures that ECS reports"
  assume_role_policy   = data.aws_iam_policy_document.events_trust.json
  permissions_boundary = var.permissions_boundary_arn
}

resource "aws_iam_role_policy" "events" {
  name   = "publish"
  role   = aws_iam_role.events.id
  policy = data.aws_iam_policy_document.events.json
}
