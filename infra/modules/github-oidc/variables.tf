variable "name" {
  description = "Name of the role, such as stage-ecommerce-deploy."
  type        = string
}

variable "environment" {
  description = "Value of the tag Environment that the environment's task definitions have."
  type        = string
}

variable "state_lock" {
  description = "ARN of the lock of the environment's Terraform state in S3. A release holds it, so that no apply runs at the same time."
  type        = string

  validation {
    condition     = startswith(var.state_lock, "arn:aws:s3:::") && endswith(var.state_lock, "/terraform.tfstate.tflock")
    error_message = "state_lock must be the ARN of a lock, not of a state."
  }
}

variable "oidc_provider_arn" {
  description = "ARN of the account's identity provider token.actions.githubusercontent.com."
  type        = string

  validation {
    condition     = endswith(var.oidc_provider_arn, ":oidc-provider/token.actions.githubusercontent.com")
    error_message = "oidc_provider_arn must be the ARN of GitHub's provider."
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

variable "subjects" {
  description = "Jobs of the repository that may assume the role, such as ref:refs/heads/stage or environment:stage."
  type        = set(string)

  validation {
    condition     = length(var.subjects) > 0 && alltrue([for subject in var.subjects : can(regex("^(ref:refs/(heads|tags)/|environment:)[A-Za-z0-9._/-]+$", subject))])
    error_message = "subjects must be complete branches, tags or environments: ref:refs/heads/NAME, ref:refs/tags/NAME or environment:NAME."
  }
}

variable "cluster_name" {
  description = "Cluster of the deployments."
  type        = string
}

variable "services" {
  description = "Families of task definitions of the services that the role may deploy, by service name."
  type        = map(string)
}

variable "migrations" {
  description = "Families of task definitions of the migrations that the role may run, each before its service is updated."
  type        = list(string)
}

variable "task_role_arns" {
  description = "Roles of the tasks; the role may pass only these."
  type        = list(string)
}

variable "repository_arns" {
  description = "ECR repositories of the environment's images. The role may push to them and pull from them."
  type        = list(string)
}

variable "source_repository_arns" {
  description = "ECR repositories of another environment, from which the role may pull images to promote them."
  type        = list(string)
  default     = []
}

variable "permissions_boundary_arn" {
  description = "Permissions boundary of the role."
  type        = string
}
