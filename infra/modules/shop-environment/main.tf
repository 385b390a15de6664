data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

locals {
  name     = "${var.environment}-ecommerce"
  account  = data.aws_caller_identity.current.account_id
  region   = data.aws_region.current.id
  registry = "${local.account}.dkr.ecr.${local.region}.amazonaws.com/${var.registry.namespace}"
  ecr      = "arn:aws:ecr:${local.region}:${local.account}:repository"
  # Prefixes of the repositories that tasks may pull from.
  pulled = [for namespace in compact([var.registry.namespace, var.registry.also_pulls_from]) : "${local.ecr}/${namespace}"]

  # Created by infra/aws-backend-bootstrap. Without it, the role that applies may not create a role.
  boundary_arn = "arn:aws:iam::${local.account}:policy/${local.name}-boundary"

  scheme      = var.domain == null ? "http" : "https"
  public_host = var.domain == null ? module.load_balancer.dns_name : var.domain.name
  public_url  = "${local.scheme}://${local.public_host}"

  # The ports that the load balancer opens for operators.
  operator_endpoints = {
    service-discovery = {
      port = local.ports.service-discovery, health_path = "/actuator/health", health_port = local.ports.service-discovery + 1000
    }
    prometheus = { port = local.ports.prometheus, health_path = "/-/ready" }
    grafana    = { port = local.ports.grafana, health_path = "/api/health" }
  }

  # Only the services pause. The database stays up, because its backups and AWS's maintenance fall into the night, and RDS starts a
  # stopped instance after seven days.
  pause = var.working_hours == null ? null : {
    time_zone = var.working_hours.time_zone
    start     = format("cron(%s ? * %s *)", local.cron_time[var.working_hours.from], var.working_hours.days)
    stop      = format("cron(%s ? * %s *)", local.cron_time[var.working_hours.until], var.working_hours.days)
  }
  week = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]
  # The minute and the hour, such as 30 6 for 06:30.
  cron_time = {
    for time in var.working_hours == null ? [] : [var.working_hours.from, var.working_hours.until] :
    time => join(" ", [for part in reverse(split(":", time)) : tonumber(part)])
  }

  domain     = module.cluster.namespace.domain
  eureka_url = "http://service-discovery.${local.domain}:${local.ports.service-discovery}/eureka/"

  target_groups = merge({ api-gateway = module.load_balancer.gateway_target_group }, module.load_balancer.operator_target_groups)
}

module "network" {
  source = "../network"

  name               = local.name
  cidr_block         = var.vpc_cidr
  availability_zones = var.availability_zones
  single_nat_gateway = var.economy

  permissions_boundary_arn = local.boundary_arn
}

module "load_balancer" {
  source = "../load-balancer"

  name                = local.name
  vpc_id              = module.network.vpc_id
  subnet_ids          = module.network.public_subnet_ids
  operator_cidrs      = var.operator_cidrs
  domain              = var.domain
  deletion_protection = var.protected
  gateway = {
    port        = local.ports.api-gateway
    health_path = "/api/actuator/health"
    paths = concat(
      ["/api", "/api/*", "/app", "/app/*", "/oauth2/*", "/.well-known/*", "/swagger-ui.html", "/swagger-ui/*", "/v3/api-docs", "/v3/api-docs/*"],
      [for name, service in local.services : "/${name}/api/*" if can(service.database)],
      ["/", "/robots.txt", "/sitemap.xml"]
    )
  }
  operator_endpoints = local.operator_endpoints
}

# Earlier versions had a module for the certificate.
moved {
  from = module.certificate[0].aws_acm_certificate.this
  to   = module.load_balancer.aws_acm_certificate.this[0]
}

moved {
  from = module.certificate[0].aws_route53_record.validation
  to   = module.load_balancer.aws_route53_record.validation
}

moved {
  from = module.certificate[0].aws_acm_certificate_validation.this
  to   = module.load_balancer.aws_acm_certificate_validation.this[0]
}

moved {
  from = module.certificate[0].aws_route53_record.this
  to   = module.load_balancer.aws_route53_record.this[0]
}

module "cluster" {
  source = "../ecs-cluster"

  name                            = local.name
  vpc_id                          = module.network.vpc_id
  container_insights              = !var.economy
  load_balancer_security_group_id = module.load_balancer.security_group_id
  load_balancer_ports = concat(
    [local.ports.api-gateway], flatten([for one in values(local.operator_endpoints) : [one.port, try(one.health_port, [])]])
  )
  service_ports = {
    business         = { from = min(local.business_ports...), to = max(local.business_ports...) }
    cloud-config     = { from = local.ports.cloud-config, to = local.ports.cloud-config }
    registry         = { from = local.ports.service-discovery, to = local.ports.service-discovery }
    actuator         = { from = min(local.business_ports...) + 1000, to = max(local.business_ports...) + 1000 }
    config-actuator  = { from = local.ports.cloud-config + 1000, to = local.ports.cloud-config + 1000 }
    registry-metrics = { from = local.ports.service-discovery + 1000, to = local.ports.service-discovery + 1000 }
    prometheus       = { from = local.ports.prometheus, to = local.ports.prometheus }
  }
}

# For the creation of the database alone, which then gets the password in the secret.
ephemeral "aws_secretsmanager_random_password" "database" {
  password_length     = 40
  exclude_punctuation = true
}

module "database" {
  source = "../database"

  name                  = local.name
  vpc_id                = module.network.vpc_id
  subnet_ids            = module.network.private_subnet_ids
  engine_version        = var.database.engine_version
  instance_class        = var.database.instance_class
  multi_az              = var.database.multi_az
  backup_retention_days = var.database.backup_retention_days
  deletion_protection   = var.protected
  initial_password      = ephemeral.aws_secretsmanager_random_password.database.random_password
  password              = { secret_arn = module.secret["DB_PASSWORD"].arn, generation = module.secret["DB_PASSWORD"].generation }
}

module "observability" {
  source = "../observability"

  prefix          = var.environment
  dashboard_name  = var.dashboard_name
  cluster_name    = module.cluster.name
  services        = keys(local.services)
  monitoring      = keys(local.monitoring)
  pauses          = var.working_hours != null
  nat_gateway_ids = module.network.nat_gateway_ids
  alarm_emails    = var.alarm_emails
  load_balancer = {
    arn_suffix              = module.load_balancer.arn_suffix
    target_group_arn_suffix = module.load_balancer.gateway_target_group.arn_suffix
  }
  container_insights = !var.economy
  database           = { identifier = module.database.identifier, connections = var.database.connections, low_storage_gib = 2 }

  slow_response_seconds    = var.slow_response_seconds
  permissions_boundary_arn = local.boundary_arn
}

module "deploy_role" {
  source = "../github-oidc"
  count  = var.github == null ? 0 : 1

  name              = "${local.name}-deploy"
  environment       = var.environment
  state_lock        = "arn:aws:s3:::${coalesce(var.state_bucket, "ecommerce-terraform-state-${local.account}")}/${var.environment}/terraform.tfstate.tflock"
  oidc_provider_arn = "arn:aws:iam::${local.account}:oidc-provider/token.actions.githubusercontent.com"
  repository        = var.github.repository
  repository_ids    = var.github.repository_ids
  subjects          = var.github.subjects
  cluster_name      = module.cluster.name
  services          = { for name, service in merge(module.service, module.monitoring) : name => service.task_family }
  migrations        = [for migration in module.migration : migration.task_family]
  task_role_arns    = flatten([for task in concat(values(module.service), values(module.monitoring), values(module.migration)) : task.role_arns])
  # Not one for each image: the inline policies of a role have at most 10,240 characters together.
  repository_arns = ["${local.ecr}/${var.registry.namespace}/*"]

  source_repository_arns   = [for namespace in var.registry.promotes_from[*] : "${local.ecr}/${namespace}/*"]
  permissions_boundary_arn = local.boundary_arn
}
