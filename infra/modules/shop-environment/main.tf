data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

locals {
  name     = "${var.environment}-ecommerce"
  account  = data.aws_caller_identity.current.account_id
  region   = data.aws_region.current.name
  registry = "${local.account}.dkr.ecr.${local.region}.amazonaws.com/${var.registry_namespace}"
  ecr      = "arn:aws:ecr:${local.region}:${local.account}:repository/${var.registry_namespace}"

  scheme      = var.domain == null ? "http" : "https"
  public_host = var.domain == null ? module.load_balancer.dns_name : var.domain.name
  public_url  = "${local.scheme}://${local.public_host}"

  # The ten services. The port of the actuator is 1000 higher. The database and the secrets of each service are those that its
  # application.yml requires.
  services = {
    service-discovery = { port = 8761, single = true }
    cloud-config      = { port = 8888 }
    # Keeps idle connections longer than the load balancer does, so that it doesn't send a request to a closed connection.
    api-gateway = { port = 8080, environment = { SERVER_TOMCAT_KEEPALIVETIMEOUT = "150s" } }
    user-service = {
      port = 8081, database = true
      secrets = [
        "KEY_ENCRYPTION_SECRET", "ORDER_SERVICE_SECRET", "SHIPPING_SERVICE_SECRET", "FAVOURITE_SERVICE_SECRET",
        "PROXY_CLIENT_SECRET", "ADMIN_PASSWORD"
      ]
    }
    product-service = { port = 8082, database = true }
    order-service   = { port = 8083, database = true, secrets = ["ORDER_SERVICE_SECRET"] }
    payment-service = {
      port        = 8084, database = true, secrets = ["PAYMENT_WEBHOOK_SECRET"]
      environment = { PAYMENT_PROVIDER = var.payment_provider }
    }
    shipping-service  = { port = 8085, database = true, secrets = ["SHIPPING_SERVICE_SECRET"] }
    favourite-service = { port = 8086, database = true, secrets = ["FAVOURITE_SERVICE_SECRET"] }
    proxy-client      = { port = 8087, environment = { SECURE_COOKIE = tostring(var.domain != null) } }
  }

  # The monitoring, in our own images that contain infra/monitoring.
  monitoring = {
    prometheus = { port = 9090, user = "65534", data = "/prometheus", secrets = [], environment = { EUREKA_URL = local.eureka_url } }
    grafana = {
      port        = 3000, user = "472", data = "/var/lib/grafana", secrets = ["GF_SECURITY_ADMIN_PASSWORD"]
      environment = { PROMETHEUS_URL = "http://prometheus.${local.domain}:9090", GF_SERVER_ROOT_URL = "${local.public_url}:3000/" }
    }
  }

  secret_names = {
    DB_PASSWORD                = "db-master-password"
    KEY_ENCRYPTION_SECRET      = "key-encryption-secret"
    ORDER_SERVICE_SECRET       = "order-service-secret"
    SHIPPING_SERVICE_SECRET    = "shipping-service-secret"
    FAVOURITE_SERVICE_SECRET   = "favourite-service-secret"
    PROXY_CLIENT_SECRET        = "proxy-client-secret"
    PAYMENT_WEBHOOK_SECRET     = "payment-webhook-secret"
    ADMIN_PASSWORD             = "admin-password"
    GF_SECURITY_ADMIN_PASSWORD = "grafana-admin-password"
  }

  domain     = module.cluster.namespace.domain
  eureka_url = "http://service-discovery.${local.domain}:8761/eureka/"

  common_environment = {
    CONFIG_URL = "http://cloud-config.${local.domain}:8888"
    EUREKA_URL = local.eureka_url
    ISSUER_URL = local.public_url
    # A Fargate task also has a link-local address, which other tasks can't reach.
    SPRING_CLOUD_INETUTILS_PREFERREDNETWORKS = join(".", concat(slice(split(".", var.vpc_cidr), 0, 2), [""]))
  }

  database_environment = {
    DB_ENDPOINT       = module.database.endpoint
    DB_NAME           = module.database.database
    DB_USERNAME       = module.database.username
    DB_CA_CERTIFICATE = module.database.ca_certificate
    # The services' default URL, with verification of the server's certificate. Spring replaces the placeholders.
    SPRING_DATASOURCE_URL = join("", [
      "jdbc:postgresql://$${DB_ENDPOINT}/$${DB_NAME}?currentSchema=$${shop.database.role}",
      "&ApplicationName=$${spring.application.name}&sslmode=verify-full",
      "&sslfactory=org.postgresql.ssl.SingleCertValidatingFactory&sslfactoryarg=env:DB_CA_CERTIFICATE"
    ])
  }

  target_groups = merge({ api-gateway = module.load_balancer.gateway_target_group }, module.load_balancer.operator_target_groups)
}

module "network" {
  source = "../network"

  name               = local.name
  cidr_block         = var.vpc_cidr
  availability_zones = var.availability_zones
}

module "load_balancer" {
  source = "../load-balancer"

  name                = local.name
  vpc_id              = module.network.vpc_id
  subnet_ids          = module.network.public_subnet_ids
  operator_cidrs      = var.operator_cidrs
  certificate         = var.domain == null ? null : { arn = module.certificate[0].arn }
  deletion_protection = var.protected
  gateway = {
    port        = local.services.api-gateway.port
    health_path = "/api/actuator/health"
    paths = concat(
      ["/api", "/api/*", "/app", "/app/*", "/oauth2/*", "/.well-known/*", "/swagger-ui.html", "/swagger-ui/*", "/v3/api-docs", "/v3/api-docs/*"],
      [for name, service in local.services : "/${name}/api/*" if try(service.database, false)]
    )
  }
  operator_endpoints = {
    service-discovery = { port = 8761, health_path = "/actuator/health", health_port = 9761 }
    prometheus        = { port = 9090, health_path = "/-/ready" }
    grafana           = { port = 3000, health_path = "/api/health" }
  }
}

module "certificate" {
  source = "../certificate"
  count  = var.domain == null ? 0 : 1

  domain_name    = var.domain.name
  hosted_zone_id = var.domain.hosted_zone_id
  load_balancer  = { dns_name = module.load_balancer.dns_name, zone_id = module.load_balancer.zone_id }
}

module "cluster" {
  source = "../ecs-cluster"

  name                            = local.name
  vpc_id                          = module.network.vpc_id
  load_balancer_security_group_id = module.load_balancer.security_group_id
  load_balancer_ports             = [8080, 8761, 9761, 9090, 3000]
  service_ports = {
    business         = { from = 8080, to = 8087 }
    cloud-config     = { from = 8888, to = 8888 }
    registry         = { from = 8761, to = 8761 }
    actuator         = { from = 9080, to = 9087 }
    config-actuator  = { from = 9888, to = 9888 }
    registry-metrics = { from = 9761, to = 9761 }
    prometheus       = { from = 9090, to = 9090 }
  }
}

module "secret" {
  source   = "../secret"
  for_each = local.secret_names

  name                    = "${local.name}-${each.value}"
  description             = "${each.key} of ${local.name}"
  generation              = lookup(var.secret_generation, each.key, 1)
  recovery_window_in_days = var.protected ? 30 : 0
}

# Reads the stored value, because the ephemeral value of this run differs unless this run stores it.
ephemeral "aws_secretsmanager_secret_version" "database" {
  secret_id  = module.secret["DB_PASSWORD"].arn
  version_id = module.secret["DB_PASSWORD"].version_id
}

module "database" {
  source = "../database"

  name                  = local.name
  vpc_id                = module.network.vpc_id
  subnet_ids            = module.network.private_subnet_ids
  instance_class        = var.database.instance_class
  multi_az              = var.database.multi_az
  backup_retention_days = var.database.backup_retention_days
  deletion_protection   = var.protected
  password              = ephemeral.aws_secretsmanager_secret_version.database.secret_string
  password_generation   = module.secret["DB_PASSWORD"].generation
}

module "working_hours" {
  source = "../working-hours"
  count  = var.working_hours == null ? 0 : 1

  name     = local.name
  hours    = var.working_hours
  database = { identifier = module.database.identifier, arn = module.database.arn }
}

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
  repository_arn       = "${local.ecr}/${each.key}"
  size                 = var.task_size
  ports                = [each.value.port, each.value.port + 1000]
  user                 = "10001"
  health_check_command = ["/opt/shop/health-check"]
  subnet_ids           = module.network.private_subnet_ids
  target_group         = lookup(local.target_groups, each.key, null)
  namespace            = contains(["service-discovery", "cloud-config"], each.key) ? module.cluster.namespace : null
  environment = merge(
    local.common_environment, try(each.value.database, false) ? local.database_environment : {}, try(each.value.environment, {})
  )
  secrets = {
    for variable in concat(try(each.value.database, false) ? ["DB_PASSWORD"] : [], try(each.value.secrets, [])) :
    variable => module.secret[variable].arn
  }
  security_group_ids = concat(
    [module.cluster.services_security_group_id], try(each.value.database, false) ? [module.database.clients_security_group_id] : []
  )
  # Two registries that don't replicate would each know only a part of the shop.
  desired_count = try(each.value.single, false) ? 1 : var.tasks.minimum
  autoscaling   = try(each.value.single, false) || var.tasks.minimum == var.tasks.maximum ? null : var.tasks
  pause         = one(module.working_hours[*].pause)
}

module "monitoring" {
  source   = "../ecs-service"
  for_each = local.monitoring

  name                 = each.key
  environment_name     = local.name
  task_family          = "${var.task_family_prefix}${each.key}"
  log_group_name       = "/ecs/${var.environment}-${each.key}"
  log_retention_days   = var.log_retention_days
  cluster              = { name = module.cluster.name, arn = module.cluster.arn }
  exec_log_group_arn   = module.cluster.exec_log_group_arn
  image_repository     = "${local.registry}/${each.key}"
  initial_tag          = var.initial_services == null ? var.initial_image_tag : contains(var.initial_services, each.key) ? var.initial_image_tag : null
  repository_arn       = "${local.ecr}/${each.key}"
  size                 = { cpu = 512, memory = 1024 }
  ports                = [each.value.port]
  user                 = each.value.user
  writable_paths       = ["/tmp", each.value.data]
  health_check_command = ["/opt/shop/health-check"]
  subnet_ids           = module.network.private_subnet_ids
  security_group_ids   = [module.cluster.services_security_group_id]
  target_group         = local.target_groups[each.key]
  namespace            = module.cluster.namespace
  environment          = each.value.environment
  secrets              = { for variable in each.value.secrets : variable => module.secret[variable].arn }
  pause                = one(module.working_hours[*].pause)
}

module "observability" {
  source = "../observability"

  prefix          = var.environment
  dashboard_name  = var.dashboard_name
  cluster_name    = module.cluster.name
  services        = keys(local.services)
  nat_gateway_ids = module.network.nat_gateway_ids
  alarm_emails    = var.alarm_emails
  load_balancer = {
    arn_suffix              = module.load_balancer.arn_suffix
    target_group_arn_suffix = module.load_balancer.gateway_target_group.arn_suffix
  }
  database = { identifier = module.database.identifier, connections = var.database.connections, low_storage_gib = 2 }
}

module "deploy_role" {
  source = "../github-oidc"

  name              = "${local.name}-deploy"
  oidc_provider_arn = "arn:aws:iam::${local.account}:oidc-provider/token.actions.githubusercontent.com"
  repository        = var.github.repository
  subjects          = var.github.subjects
  may_push_images   = var.github.may_push_images
  cluster_name      = module.cluster.name
  services          = { for name, service in merge(module.service, module.monitoring) : name => service.task_family }
  task_role_arns    = flatten([for service in merge(module.service, module.monitoring) : service.role_arns])
  repository_arns   = [for name in concat(keys(local.services), keys(local.monitoring)) : "${local.ecr}/${name}"]
}
