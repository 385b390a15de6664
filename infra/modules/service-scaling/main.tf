# Pausing changes the bounds of the scalable target, and an apply during a pause must not change them back. So a change of the
# bounds in the code replaces the target, together with the resources that AWS deletes with it.
resource "terraform_data" "capacity" {
  input = var.capacity
}

resource "aws_appautoscaling_target" "this" {
  service_namespace  = "ecs"
  resource_id        = "service/${var.cluster_name}/${var.service_name}"
  scalable_dimension = "ecs:service:DesiredCount"
  min_capacity       = var.capacity.minimum
  max_capacity       = var.capacity.maximum

  lifecycle {
    ignore_changes       = [min_capacity, max_capacity]
    replace_triggered_by = [terraform_data.capacity]
  }
}

resource "aws_appautoscaling_policy" "cpu" {
  count = var.cpu_percent == null ? 0 : 1

  name               = "cpu"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.this.service_namespace
  resource_id        = aws_appautoscaling_target.this.resource_id
  scalable_dimension = aws_appautoscaling_target.this.scalable_dimension

  target_tracking_scaling_policy_configuration {
    target_value       = var.cpu_percent
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
    start = { schedule = var.pause.start, minimum = var.capacity.minimum, maximum = var.capacity.maximum }
  }

  name               = "${var.name}-${each.key}"
  service_namespace  = aws_appautoscaling_target.this.service_namespace
  resource_id        = aws_appautoscaling_target.this.resource_id
  scalable_dimension = aws_appautoscaling_target.this.scalable_dimension
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
