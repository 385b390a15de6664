output "public_url" {
  description = "URL of the shop for customers."
  value       = local.public_url
}

output "operator_urls" {
  description = "URLs of the registry, Prometheus and Grafana, reachable from operator_cidrs."
  value = {
    service-discovery = "${local.public_url}:8761"
    prometheus        = "${local.public_url}:9090"
    grafana           = "${local.public_url}:3000"
  }
}

output "github_variables" {
  description = "Variables to set in GitHub for the workflows."
  value = {
    for name, value in merge({
      AWS_REGION  = local.region
      ECS_CLUSTER = module.cluster.name
      ALB_DNS     = local.public_host
      DB_ENDPOINT = split(":", module.database.endpoint)[0]
      VPC_ID      = module.network.vpc_id
      REGISTRY    = local.registry
    }, { for role in module.deploy_role : "DEPLOY_ROLE_ARN" => role.role_arn }) : "${upper(var.environment)}_${name}" => value
  }
}

output "secret_names" {
  description = "Names of the secrets, by environment variable."
  value       = { for variable, secret in module.secret : variable => secret.name }
}

output "services" {
  description = "Family of the task definitions and log group of each service."
  value = {
    for name, service in merge(module.service, module.monitoring) : name => {
      task_family = service.task_family, log_group = service.log_group_name
    }
  }
}
