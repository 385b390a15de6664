output "state_bucket" {
  description = "Bucket of the state; pass it to init of each environment: -backend-config=bucket=NAME"
  value       = aws_s3_bucket.state.bucket
}

output "repository_urls" {
  description = "URLs of the image repositories, by image."
  value       = module.registry.repository_urls
}

output "github_variables" {
  description = "Variables to set in GitHub for the workflows."
  value = merge({ TF_STATE_BUCKET = aws_s3_bucket.state.bucket }, [
    for environment, roles in module.terraform_roles : {
      for action, arn in roles.role_arns : "${upper(environment)}_${upper(action)}_ROLE_ARN" => arn
    }
  ]...)
}
