# The number of tasks: between two bounds by average CPU, zero outside working hours, or both.
locals {
  scaled   = var.autoscaling != null || var.pause != null
  capacity = { minimum = try(var.autoscaling.minimum, var.desired_count), maximum = try(var.autoscaling.maximum, var.desired_count) }
}

# Pausing changes the bounds of the scalable target, and an apply during a pause must not change them back. So a change of the
# bounds in the code replaces the target, together with the resources that AWS deletes with it.
resource "terraform_data" "capacity" {
  count = local.scaled ? 1 : 0

  input = local.capacity
}

resource "aws_appautoscaling_target" "this" {
  count = local.scaled ? 1 : 0

  service_namespace  = "ecs"
  resource_id        = "service/${var.cluster.name}/${aws_ecs_service.this.name}"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = local.capacity.minimum
  max_capacity       = local.capacity.maximum

  lifecycle {
    ignore_changes       = [min_capacity, max_capacity]
    replace_triggered_by = [terraform_data.capacity]
  }
}

resource "aws_appautoscaling_policy" "cpu" {
  count = var.autoscaling == null ? 0 : 1

  name               = "cpu"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.this[0].service_namespace
  resource_id        = aws_appautoscaling_target.this[0].resource_id
  scalable_dimension = aws_appautoscaling_target.this[0].scalable_dimension

  target_tracking_scaling_policy_configuration {
    target_value       = var.autoscaling.cpu_percent
    scale_out_cooldown = 60
    scale_in_cooldown  = 300

    predefined_metric_specification {
      predefined_metric_type = "ECSServiceAverageCPUUtilization"
    }
  }

  lifecycle {
    replace_triggered_by = [terraform_data.capacity]
  }
}

resource "aws_appautoscaling_scheduled_action" "pause" {
  for_each = var.pause == null ? {} : {
    stop  = { schedule = var.pause.stop, minimum = 0, maximum = 0 }
    start = { schedule = var.pause.start, minimum = local.capacity.minimum, maximum = local.capacity.maximum }
  }

  name               = "${var.environment_name}-${var.name}-${each.key}"
  service_namespace  = aws_appautoscaling_target.this[0].service_namespace
  resource_id        = aws_appautoscaling_target.this[0].resource_id
  scalable_dimension = aws_appautoscaling_target.this[0].scalable_dimension
  schedule           = each.value.schedule
  timezone           = var.pause.time_zone

  scalable_target_action {
    min_capacity = each.value.minimum
    max_capacity = each.value.maximum
  }

  lifecycle {
    replace_triggered_by = [terraform_data.capacity]
  }
}

# Earlier versions had a module for these.
moved {
  from = module.scaling[0].terraform_data.capacity
  to   = terraform_data.capacity[0]
}

moved {
  from = module.scaling[0].aws_appautoscaling_target.this
  to   = aws_appautoscaling_target.this[0]
}

moved {
  from = module.scaling[0].aws_appautoscaling_policy.cpu
  to   = aws_appautoscaling_policy.cpu
}

moved {
  from = module.scaling[0].aws_appautoscaling_scheduled_action.pause
  to   = aws_appautoscaling_scheduled_action.pause
}
