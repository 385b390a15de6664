locals {
  list     = jsondecode(file("${path.module}/../../services.json"))
  services = { for service in local.list.services : service.name => service }
  ports    = { for service in concat(local.list.services, local.list.monitoring) : service.name => service.port }

  # The actuator's port is 1000 higher.
  business_ports = [for name in keys(local.services) : local.ports[name] if !contains(["service-discovery", "cloud-config"], name)]

  # A service that calls others signs in at user-service with a secret of its own, which user-service knows too.
  client_secrets = {
    for name, service in local.services : name => "${upper(replace(name, "-", "_"))}_SECRET" if can(service.calls)
  }
  service_secrets = {
    for name, service in local.services : name => concat(
      local.list.shared_secrets, try(service.secrets, []),
      name == "user-service" ? values(local.client_secrets) : [for caller, secret in local.client_secrets : secret if caller == name]
    )
  }

  # The name of a secret in Secrets Manager is that of its variable, with two exceptions. DB_PASSWORD is the master user's here.
  secret_names = merge(
    {
      for variable in toset(concat(flatten(values(local.service_secrets)), values(local.login_secrets), values(local.owner_secrets))) :
      variable => lower(replace(variable, "_", "-"))
    },
    { DB_PASSWORD = "db-master-password", GF_SECURITY_ADMIN_PASSWORD = "grafana-admin-password" }
  )

  # While a service replaces one of these secrets, it also needs the value of before. Secrets Manager keeps it.
  previous_secrets = {
    for secret, service in { KEY_ENCRYPTION_SECRET = "user-service", SESSION_SECRET = "proxy-client" } :
    service => { "${secret}_PREVIOUS" = "${module.secret[secret].arn}::AWSPREVIOUS:" } if lookup(var.secret_generation, secret, 1) > 1
  }

  service_environment = {
    api-gateway = merge(length(var.cors_allowed_origins) == 0 ? {} : { CORS_ALLOWED_ORIGINS = join(",", var.cors_allowed_origins) }, {
      # Keeps idle connections longer than the load balancer does, so that it doesn't send a request to a closed connection.
      SERVER_TOMCAT_KEEPALIVETIMEOUT = "150s"
      # The load balancer is in the public subnets.
      TRUSTED_PROXIES = join(",", module.network.public_subnet_cidrs)
      # The load balancer notices within three health checks of 10 s that a gateway stops.
      DRAIN = "35s"
    })
    # Each replacement must restart the service, and nothing else in its task definition changes with the second one.
    user-service    = { KEY_ENCRYPTION_GENERATION = tostring(lookup(var.secret_generation, "KEY_ENCRYPTION_SECRET", 1)) }
    payment-service = { PAYMENT_PROVIDER = var.payment_provider }
    proxy-client = merge(length(var.image_hosts) == 0 ? {} : { IMAGE_HOSTS = join(",", var.image_hosts) }, {
      SECURE_COOKIE      = tostring(var.domain != null)
      SESSION_GENERATION = tostring(lookup(var.secret_generation, "SESSION_SECRET", 1))
      TIME_ZONE          = var.time_zone
      ALERTMANAGER_URL   = "http://prometheus.${local.domain}:${local.alertmanager_port}"
    })
    # The version before signs in neither at the registry nor at cloud-config.
    service-discovery = var.accept_anonymous_clients ? { ACCEPT_ANONYMOUS_CLIENTS = "true" } : {}
    cloud-config      = var.accept_anonymous_clients ? { ACCEPT_ANONYMOUS_CLIENTS = "true" } : {}
  }

  common_environment = merge(var.rate_limits ? {} : { RATE_LIMITS = "false" }, {
    CONFIG_URL = "http://cloud-config.${local.domain}:${local.ports.cloud-config}"
    EUREKA_URL = local.eureka_url
    # Tokens and keys come from user-service's own name, which no entry of the registry can replace.
    AUTH_URL   = "http://user-service.${local.domain}:${local.ports.user-service}"
    ISSUER_URL = local.public_url
    # The gateway is in the private subnets, where nothing but the shop runs.
    TRUSTED_PROXIES = join(",", module.network.private_subnet_cidrs)
    # A Fargate task also has a link-local address, which other tasks can't reach.
    SPRING_CLOUD_INETUTILS_PREFERREDNETWORKS = join(".", concat(slice(split(".", var.vpc_cidr), 0, 2), [""]))
  })

  database_environment = merge(local.database_location, {
    # The services' default URL, with verification of the server's certificate. Spring replaces the placeholders.
    SPRING_DATASOURCE_URL = join("", [
      "jdbc:postgresql://$${DB_ENDPOINT}/$${DB_NAME}?currentSchema=$${shop.database.role}",
      "&ApplicationName=$${spring.application.name}&logServerErrorDetail=false&sslmode=verify-full",
      "&sslfactory=org.postgresql.ssl.SingleCertValidatingFactory&sslfactoryarg=env:DB_CA_CERTIFICATE"
    ])
  })
}

module "secret" {
  source   = "../secret"
  for_each = local.secret_names

  name                    = "${local.name}-${each.value}"
  description             = "${each.key} of ${local.name}"
  generation              = lookup(var.secret_generation, each.key, 1)
  recovery_window_in_days = var.protected ? 30 : 0
}

# The steady services never run on spare capacity, because without them nobody can sign in or reach the shop.
module "service" {
  source   = "../ecs-service"
  for_each = local.services

  name                 = each.key
  environment_name     = local.name
  task_family          = "${var.task_family_prefix}${each.key}"
  log_group_name       = "/ecs/${var.environment}-${each.key}"
  log_retention_days   = var.log_retention_days
  cluster              = { name = module.cluster.name, arn = module.cluster.arn }
  exec_log_group_arn   = module.cluster.exec_log_group_arn
  image_repository     = "${local.registry}/${each.key}"
  initial_tag          = var.initial_services == null ? var.initial_image_tag : contains(var.initial_services, each.key) ? var.initial_image_tag : null
  repository_arns      = [for repositories in local.pulled : "${repositories}/${each.key}"]
  size                 = var.task_size
  ports                = [each.value.port, each.value.port + 1000]
  cpu_architecture     = var.cpu_architecture
  spot                 = var.economy && !try(each.value.steady, false)
  user                 = "10001"
  health_check_command = ["/opt/shop/health-check"]
  deployment_alarms    = module.observability.deployment_alarms
  subnet_ids           = module.network.private_subnet_ids
  target_group         = lookup(local.target_groups, each.key, null)
  namespace            = try(each.value.dns, false) ? module.cluster.namespace : null
  environment = merge(
    local.common_environment, can(each.value.database) ? merge(local.database_environment, { DB_USERNAME = each.value.database }) : {},
    lookup(local.service_environment, each.key, {})
  )
  # A service gets the password of its own login, neither the owner's nor the master user's.
  secrets = merge(
    { for variable in local.service_secrets[each.key] : variable => module.secret[variable].arn }, try(local.previous_secrets[each.key], {}),
    can(each.value.database) ? { DB_PASSWORD = module.secret[local.login_secrets[each.key]].arn } : {}
  )
  # Revisions from before the services' own logins start with the master user's password.
  rollback_secret_arns = var.allow_rollback_to_one_login && can(each.value.database) ? [module.secret["DB_PASSWORD"].arn] : []
  security_group_ids = concat(
    [module.cluster.services_security_group_id], can(each.value.database) ? [module.database.clients_security_group_id] : [],
    each.key == "proxy-client" ? [aws_security_group.alert_clients.id] : []
  )
  # Draining takes 10 s, at the gateway 35 s. Requests that are still open then have 20 s.
  stop_timeout = each.key == "api-gateway" ? 90 : 60
  # Two registries that don't replicate would each know only a part of the shop.
  alone         = try(each.value.single, false)
  desired_count = try(each.value.single, false) ? 1 : var.tasks.minimum
  autoscaling   = try(each.value.single, false) || var.tasks.minimum == var.tasks.maximum ? null : var.tasks
  pause         = local.pause

  permissions_boundary_arn = local.boundary_arn
}
