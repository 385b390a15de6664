output "repository_urls" {
  description = "Where to push and pull, by image."
  value       = { for name, repository in aws_ecr_repository.this : name => repository.repository_url }
}

output "repository_arns" {
  description = "Repositories as policies name them, by image."
  value       = { for name, repository in aws_ecr_repository.this : name => repository.arn }
}
