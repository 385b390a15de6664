output "pause" {
  description = "When the services are stopped and started, as ecs-service takes it."
  value       = { stop = local.crons.services_stop, start = local.crons.services_start, time_zone = var.hours.time_zone }
}
