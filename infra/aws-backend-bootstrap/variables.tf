variable "state_bucket" {
  description = "Name of the bucket for Terraform's state, which must be globally unique; the default is ecommerce-terraform-state-ACCOUNT."
  type        = string
  default     = null

  validation {
    condition     = var.state_bucket == null ? true : can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.state_bucket))
    error_message = "state_bucket must be 3 to 63 lower-case letters, digits and hyphens."
  }
}

variable "state_history_days" {
  description = "Days that old versions of the state are kept."
  type        = number
  default     = 90

  validation {
    condition     = var.state_history_days >= 7
    error_message = "state_history_days must be at least 7, so that a lost state can still be restored when it is noticed."
  }
}

variable "create_oidc_provider" {
  description = "Whether to create the identity provider of GitHub Actions. An account can have only one, and may already have it."
  type        = bool
  default     = true
}

variable "github_repository" {
  description = "GitHub repository whose workflows run Terraform, OWNER/NAME."
  type        = string
  default     = "gerson05/ecommerce-microservice-backend-EntregaSoft"
}

variable "apply_from_github" {
  description = "Environments that GitHub may apply, such as { stage = true }. Set one once its environment ENVIRONMENT-infra in GitHub has required reviewers: a pull request may name an environment, and GitHub makes one without rules."
  type        = object({ stage = optional(bool, false), prod = optional(bool, false) })
  default     = {}
}

variable "github_repository_ids" {
  description = "GitHub's ids of the repository and of its owner, such as { owner = 12, repository = 345 }; newer repositories need them."
  type        = object({ owner = number, repository = number })
  default     = null
}
