output "public_url" {
  description = "Where customers reach the shop."
  value       = module.shop.public_url
}

output "operator_urls" {
  description = "Where operators reach the registry, Prometheus and Grafana, from operator_cidrs."
  value       = module.shop.operator_urls
}

output "github_variables" {
  description = "Variables to set in GitHub."
  value       = module.shop.github_variables
}

output "secret_names" {
  description = "Secrets by the environment variable that they fill."
  value       = module.shop.secret_names
}

output "services" {
  description = "Family of task definitions and log group of each service."
  value       = module.shop.services
}
