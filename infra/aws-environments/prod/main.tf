module "shop" {
  source = "../../modules/shop-environment"

  environment        = "prod"
  vpc_cidr           = "10.2.0.0/16"
  availability_zones = ["us-east-1a", "us-east-1b"]
  domain             = var.domain

  initial_image_tag = var.initial_image_tag
  initial_services  = var.initial_services
  # Staging uses the names without a prefix.
  task_family_prefix = "prod-"
  task_size          = { cpu = 1024, memory = 2048 }
  cpu_architecture   = var.cpu_architecture
  tasks              = { minimum = 2, maximum = 3, cpu_percent = 60 }

  database = {
    engine_version        = "15.15"
    instance_class        = "db.t3.medium"
    multi_az              = true
    backup_retention_days = 30
    # The default limit of connections for 4 GiB of memory.
    connections = 400
  }

  protected        = true
  payment_provider = var.payment_provider

  secret_generation     = var.secret_generation
  operator_cidrs        = var.operator_cidrs
  alarm_emails          = var.alarm_emails
  dashboard_name        = "ProductionEcommerce"
  slow_response_seconds = var.slow_response_seconds
  log_retention_days    = 90

  cors_allowed_origins = var.cors_allowed_origins
  image_hosts          = var.image_hosts
  time_zone            = var.time_zone

  # A release copies images that were built for staging. Nobody else can push what production runs.
  registry = {
    namespace       = "ecommerce-production"
    promotes_from   = "ecommerce"
    also_pulls_from = var.pull_images_of_staging ? "ecommerce" : null
  }

  accept_anonymous_clients    = var.accept_anonymous_clients
  allow_rollback_to_one_login = var.allow_rollback_to_one_login

  state_bucket = var.state_bucket

  github = var.deploy_from_github ? {
    repository     = var.github_repository
    repository_ids = var.github_repository_ids
    # A release runs in this environment, which needs an approval in GitHub.
    subjects = ["environment:production"]
  } : null
}
