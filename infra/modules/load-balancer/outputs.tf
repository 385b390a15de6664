output "arn" {
  description = "ARN of the load balancer."
  value       = aws_lb.this.arn
}

output "arn_suffix" {
  description = "Name of the load balancer in CloudWatch's dimensions."
  value       = aws_lb.this.arn_suffix
}

output "dns_name" {
  description = "DNS name of the load balancer."
  value       = aws_lb.this.dns_name
}

output "security_group_id" {
  description = "Security group of the load balancer. It has no egress rules; the owner of the targets adds them."
  value       = aws_security_group.this.id
}

# A service can use a target group only after a listener uses it.
output "gateway_target_group" {
  description = "ARN and ARN suffix of the gateway's target group."
  value       = { arn = aws_lb_target_group.gateway.arn, arn_suffix = aws_lb_target_group.gateway.arn_suffix }
  depends_on  = [aws_lb_listener_rule.gateway]
}

output "operator_target_groups" {
  description = "ARNs and ARN suffixes of the operators' target groups, by target."
  value       = { for target, group in aws_lb_target_group.operators : target => { arn = group.arn, arn_suffix = group.arn_suffix } }
  depends_on  = [aws_lb_listener.operators]
}
