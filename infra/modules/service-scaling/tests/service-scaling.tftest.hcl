mock_provider "aws" {}

variables {
  name         = "stage-ecommerce-order-service"
  cluster_name = "stage-ecommerce-cluster"
  service_name = "order-service"
  capacity     = { minimum = 2, maximum = 3 }
}

run "the_service_scales_by_cpu" {
  command = plan
  variables {
    cpu_percent = 60
  }
  assert {
    condition     = aws_appautoscaling_target.this.min_capacity == 2 && aws_appautoscaling_target.this.max_capacity == 3 && one(aws_appautoscaling_policy.cpu[0].target_tracking_scaling_policy_configuration).target_value == 60
    error_message = "The bounds and the CPU target must be those given."
  }
  assert {
    condition     = aws_appautoscaling_target.this.resource_id == "service/stage-ecommerce-cluster/order-service" && length(aws_appautoscaling_scheduled_action.pause) == 0
    error_message = "The target must refer to the service, and there must be no pause."
  }
}

run "a_pause_stops_all_tasks_and_restores_the_bounds" {
  command = plan
  variables {
    pause = { stop = "cron(0 20 ? * MON-FRI *)", start = "cron(0 7 ? * MON-FRI *)", time_zone = "America/Bogota" }
  }
  assert {
    condition     = tonumber(aws_appautoscaling_scheduled_action.pause["stop"].scalable_target_action[0].max_capacity) == 0
    error_message = "A pause must stop all tasks."
  }
  assert {
    condition     = tonumber(aws_appautoscaling_scheduled_action.pause["start"].scalable_target_action[0].min_capacity) == 2 && tonumber(aws_appautoscaling_scheduled_action.pause["start"].scalable_target_action[0].max_capacity) == 3
    error_message = "The end of a pause must restore the bounds."
  }
  assert {
    condition     = length(aws_appautoscaling_policy.cpu) == 0
    error_message = "Without cpu_percent, there must be no scaling policy."
  }
}

run "a_maximum_below_the_minimum_is_refused" {
  command = plan
  variables {
    capacity = { minimum = 3, maximum = 2 }
  }
  expect_failures = [var.capacity]
}
