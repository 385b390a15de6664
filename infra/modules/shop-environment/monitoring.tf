locals {
  # In our own images that contain infra/monitoring.
  monitoring = {
    prometheus = { user = "65534", data = "/prometheus", secrets = [], environment = {
      EUREKA_URL  = local.eureka_url
      AWS_REGION  = local.region
      ALERT_TOPIC = module.observability.topic_arn, HEARTBEAT_TOPIC = module.observability.heartbeat_topic_arn
    } }
    grafana = {
      user        = "472", data = "/var/lib/grafana", secrets = ["GF_SECURITY_ADMIN_PASSWORD"]
      environment = { PROMETHEUS_URL = "http://prometheus.${local.domain}:${local.ports.prometheus}", GF_SERVER_ROOT_URL = "${local.public_url}:${local.ports.grafana}/" }
    }
  }
}

module "monitoring" {
  source   = "../ecs-service"
  for_each = local.monitoring

  name               = each.key
  environment_name   = local.name
  task_family        = "${var.task_family_prefix}${each.key}"
  log_group_name     = "/ecs/${var.environment}-${each.key}"
  log_retention_days = var.log_retention_days
  cluster            = { name = module.cluster.name, arn = module.cluster.arn }
  exec_log_group_arn = module.cluster.exec_log_group_arn
  image_repository   = "${local.registry}/${each.key}"
  initial_tag        = var.initial_services == null ? var.initial_image_tag : contains(var.initial_services, each.key) ? var.initial_image_tag : null
  repository_arns    = [for repositories in local.pulled : "${repositories}/${each.key}"]
  size               = { cpu = 512, memory = 1024 }
  ports              = concat([local.ports[each.key]], each.key == "prometheus" ? [local.alertmanager_port] : [])
  cpu_architecture   = var.cpu_architecture
  spot               = var.economy
  # Two processes must never write the same metrics.
  alone                = each.key == "prometheus"
  file_systems         = each.key == "prometheus" ? local.metrics_file_system : {}
  topic_arns           = each.key == "prometheus" ? [module.observability.topic_arn, module.observability.heartbeat_topic_arn] : []
  user                 = each.value.user
  writable_paths       = ["/tmp", each.value.data]
  health_check_command = ["/opt/shop/health-check"]
  subnet_ids           = module.network.private_subnet_ids
  security_group_ids = concat(
    [module.cluster.services_security_group_id],
    each.key == "prometheus" ? [aws_security_group.metrics_clients.id, aws_security_group.alerts.id] : []
  )
  target_group = local.target_groups[each.key]
  namespace    = module.cluster.namespace
  environment  = each.value.environment
  secrets      = { for variable in each.value.secrets : variable => module.secret[variable].arn }
  pause        = local.pause

  permissions_boundary_arn = local.boundary_arn
}
