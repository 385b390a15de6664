output "state_bucket" {
  description = "Bucket to give to init of each environment: -backend-config=bucket=NAME"
  value       = aws_s3_bucket.state.bucket
}

output "repository_urls" {
  description = "Where images are pushed, by image."
  value       = module.registry.repository_urls
}

output "github_variables" {
  description = "Variables that the workflows need, to be set in GitHub."
  value = merge({ TF_STATE_BUCKET = aws_s3_bucket.state.bucket }, [
    for environment, roles in module.terraform_roles : {
      for action, arn in roles.role_arns : "${upper(environment)}_${upper(action)}_ROLE_ARN" => arn
    }
  ]...)
}
