locals {
  databases = { for name, service in local.services : name => service.database if can(service.database) }

  # The variables with the passwords of each service's two logins: the service's own, and the owner of its schema.
  login_secrets = { for name, schema in local.databases : name => "${upper(schema)}_DB_PASSWORD" }
  owner_secrets = { for name, schema in local.databases : name => "${upper(schema)}_DB_OWNER_PASSWORD" }

  # Where the database is, for services and jobs.
  database_location = {
    DB_ENDPOINT       = module.database.endpoint
    DB_NAME           = module.database.database
    DB_CA_CERTIFICATE = module.database.ca_certificate
  }
  job = ["java", "@/opt/shop/jvm.options", "-cp", "/opt/shop/application.jar"]
}

# Migrates a service's schema as its owner. A deployment runs it before it updates the service.
module "migration" {
  source   = "../one-off-task"
  for_each = local.databases

  name               = "${each.key}-migration"
  environment_name   = local.name
  task_family        = "${var.task_family_prefix}${each.key}-migration"
  log_group          = { name = module.service[each.key].log_group_name, arn = module.service[each.key].log_group_arn }
  exec_log_group_arn = module.cluster.exec_log_group_arn
  image              = module.service[each.key].image
  repository_arns    = [for repositories in local.pulled : "${repositories}/${each.key}"]
  size               = var.task_size
  cpu_architecture   = var.cpu_architecture
  entry_point        = concat(local.job, ["ecommerce.defaults.database.SchemaMigration"])
  environment        = merge(local.database_location, { DB_USERNAME = "${each.value}_owner" })
  secrets            = { DB_PASSWORD = module.secret[local.owner_secrets[each.key]].arn }

  permissions_boundary_arn = local.boundary_arn
}

# Makes the logins, as the master user. Only people run it (infra/deploy/administer-database), because no deployment may read the
# master password. It needs an image that contains the program, not a particular service.
module "administration" {
  source = "../one-off-task"

  name               = "database-administration"
  environment_name   = local.name
  task_family        = "${var.task_family_prefix}database-administration"
  log_group          = { name = module.service["user-service"].log_group_name, arn = module.service["user-service"].log_group_arn }
  exec_log_group_arn = module.cluster.exec_log_group_arn
  image              = module.service["user-service"].image
  keep_image         = true
  repository_arns    = [for repositories in local.pulled : "${repositories}/user-service"]
  size               = var.task_size
  cpu_architecture   = var.cpu_architecture
  entry_point        = concat(local.job, ["ecommerce.defaults.database.DatabaseAdministration"])
  environment        = merge(local.database_location, { DB_USERNAME = module.database.username })
  secrets = {
    for variable in concat(["DB_PASSWORD"], values(local.login_secrets), values(local.owner_secrets)) : variable => module.secret[variable].arn
  }

  permissions_boundary_arn = local.boundary_arn
}
