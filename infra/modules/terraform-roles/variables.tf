variable "environment" {
  description = "Short name of the roles' environment, stage or prod."
  type        = string

  validation {
    condition     = can(regex("^[a-z]{3,8}$", var.environment))
    error_message = "environment must be 3 to 8 lower-case letters."
  }
}

variable "repository" {
  description = "GitHub repository, OWNER/NAME."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", var.repository))
    error_message = "repository must be OWNER/NAME, without wildcards."
  }
}

variable "repository_ids" {
  description = "GitHub's ids of the repository and of its owner. Tokens of newer repositories name them too; null to trust only tokens without ids."
  type        = object({ owner = number, repository = number })
  default     = null
}

variable "apply_from_github" {
  description = "Whether the apply role exists. Set it once the environment ENVIRONMENT-infra in GitHub has required reviewers: a pull request may name an environment, and GitHub makes one without rules."
  type        = bool
  default     = false
}

variable "oidc_provider_arn" {
  description = "ARN of the account's identity provider token.actions.githubusercontent.com."
  type        = string

  validation {
    condition     = endswith(var.oidc_provider_arn, ":oidc-provider/token.actions.githubusercontent.com")
    error_message = "oidc_provider_arn must be the ARN of GitHub's provider."
  }
}

variable "state_bucket_arn" {
  description = "ARN of the bucket with the environment's state, at ENVIRONMENT/terraform.tfstate."
  type        = string
}

variable "registry" {
  description = "Prefix of the ECR repositories that the environment pushes to and runs images from, and of those that it promotes images from."
  type        = object({ namespace = string, promotes_from = optional(string) })
}

variable "task_family_prefix" {
  description = "Prefix of the environment's families of task definitions, empty for none."
  type        = string
  default     = ""
}
