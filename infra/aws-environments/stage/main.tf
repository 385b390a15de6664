module "shop" {
  source = "../../modules/shop-environment"

  environment        = "stage"
  vpc_cidr           = "10.1.0.0/16"
  availability_zones = ["us-east-1a", "us-east-1b"]

  initial_image_tag = var.initial_image_tag
  initial_services  = var.initial_services
  task_size         = { cpu = 512, memory = 1024 }
  tasks             = { minimum = 1, maximum = 1 }
  economy           = var.economy
  cpu_architecture  = var.economy ? "ARM64" : "X86_64"

  database = {
    engine_version        = "15.15"
    instance_class        = "db.t3.small"
    multi_az              = false
    backup_retention_days = 7
    # The default limit of connections for 2 GiB of memory.
    connections = 190
  }

  protected = false
  # Staging moves no money.
  payment_provider = "sandbox"
  working_hours    = var.working_hours

  secret_generation     = var.secret_generation
  operator_cidrs        = var.operator_cidrs
  alarm_emails          = var.alarm_emails
  dashboard_name        = "StagingEcommerce"
  slow_response_seconds = var.slow_response_seconds
  log_retention_days    = 14

  cors_allowed_origins = var.cors_allowed_origins
  image_hosts          = var.image_hosts
  time_zone            = var.time_zone

  rate_limits = var.rate_limits

  registry = { namespace = "ecommerce" }

  accept_anonymous_clients    = var.accept_anonymous_clients
  allow_rollback_to_one_login = var.allow_rollback_to_one_login

  state_bucket = var.state_bucket

  github = var.deploy_from_github ? {
    repository     = var.github_repository
    repository_ids = var.github_repository_ids
    subjects       = ["ref:refs/heads/stage", "environment:stage"]
  } : null
}
