variable "namespace" {
  description = "Prefix of the repositories' names."
  type        = string

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]*$", var.namespace))
    error_message = "namespace must consist of lower-case letters, digits and hyphens."
  }
}

variable "repositories" {
  description = "Names of the images; each has its own repository."
  type        = set(string)

  validation {
    condition     = length(var.repositories) > 0 && alltrue([for name in var.repositories : can(regex("^[a-z][a-z0-9-]*$", name))])
    error_message = "repositories must have at least one name, of lower-case letters, digits and hyphens."
  }
}

variable "keep_images" {
  description = "Number of tagged images that each repository keeps; it must include the images in production."
  type        = number
  default     = 100

  validation {
    condition     = var.keep_images >= 10
    error_message = "keep_images must be at least 10, so that rollbacks find earlier images."
  }
}
