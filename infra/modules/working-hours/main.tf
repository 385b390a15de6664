data "aws_caller_identity" "current" {}

locals {
  from  = "2000-01-03T${var.hours.from}:00Z"
  until = "2000-01-03T${var.hours.until}:00Z"
  # Minutes and hours for cron. The database starts earlier than the services, because its start takes longer.
  times = {
    services_start = local.from
    services_stop  = local.until
    database_start = timeadd(local.from, "-30m")
    database_stop  = timeadd(local.until, "30m")
  }
  crons = {
    for name, time in local.times : name =>
    "cron(${tonumber(formatdate("m", time))} ${tonumber(formatdate("h", time))} ? * ${var.hours.days} *)"
  }
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["scheduler.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

data "aws_iam_policy_document" "this" {
  statement {
    sid       = "StopAndStart"
    actions   = ["rds:StartDBInstance", "rds:StopDBInstance"]
    resources = [var.database.arn]
  }
}

resource "aws_iam_role" "this" {
  name                 = "${var.name}-working-hours"
  description          = "Stops the database in the evening and starts it in the morning"
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  permissions_boundary = var.permissions_boundary_arn
}

resource "aws_iam_role_policy" "this" {
  name   = "stop-and-start"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.this.json
}

resource "aws_scheduler_schedule" "database" {
  for_each = { start = local.crons.database_start, stop = local.crons.database_stop }

  name                         = "${var.name}-db-${each.key}"
  description                  = "${title(each.key)}s the database for the working hours"
  schedule_expression          = each.value
  schedule_expression_timezone = var.hours.time_zone

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:scheduler:::aws-sdk:rds:${each.key}DBInstance"
    role_arn = aws_iam_role.this.arn
    input    = jsonencode({ DbInstanceIdentifier = var.database.identifier })
  }
}
