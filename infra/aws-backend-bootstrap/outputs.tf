output "state_bucket" {
  description = "Bucket to give to init of each environment: -backend-config=bucket=NAME"
  value       = aws_s3_bucket.state.bucket
}

output "repository_urls" {
  description = "Where images are pushed, by image."
  value       = module.registry.repository_urls
}
