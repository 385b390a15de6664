output "public_url" {
  description = "URL of the shop for customers."
  value       = module.shop.public_url
}

output "operator_urls" {
  description = "URLs of the registry, Prometheus and Grafana, reachable from operator_cidrs."
  value       = module.shop.operator_urls
}

output "github_variables" {
  description = "Variables to set in GitHub for the workflows."
  value       = module.shop.github_variables
}

output "secret_names" {
  description = "Names of the secrets, by environment variable."
  value       = module.shop.secret_names
}

output "services" {
  description = "Family of the task definitions and log group of each service."
  value       = module.shop.services
}
