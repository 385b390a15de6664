output "pause" {
  description = "Times at which the services stop and start, in the form of ecs-service's variable pause."
  value       = { stop = local.crons.services_stop, start = local.crons.services_start, time_zone = var.hours.time_zone }
}
