# Permits to read the configuration of resources, but not their contents: no secrets, logs, images or objects of a bucket.
data "aws_iam_policy_document" "look" {
  statement {
    sid = "Look"
    actions = [
      "acm:DescribeCertificate", "acm:ListTagsForCertificate", "application-autoscaling:Describe*",
      "application-autoscaling:ListTagsForResource", "cloudwatch:DescribeAlarms", "cloudwatch:GetDashboard",
      "cloudwatch:ListTagsForResource", "ec2:Describe*", "ecs:Describe*", "ecs:List*",
      "elasticfilesystem:Describe*", "elasticloadbalancing:Describe*", "events:Describe*", "events:List*",
      "iam:Get*", "iam:List*", "logs:DescribeLogGroups", "logs:ListTagsForResource", "rds:Describe*",
      "rds:ListTagsForResource", "route53:Get*", "route53:List*", "scheduler:GetSchedule", "secretsmanager:DescribeSecret",
      "secretsmanager:GetRandomPassword", "secretsmanager:GetResourcePolicy", "servicediscovery:Get*", "servicediscovery:List*",
      "sns:Get*", "sns:List*"
    ]
    resources = ["*"]
  }

  # Also holds if someone attaches another policy to the role: pull requests run code that nobody has reviewed.
  statement {
    sid    = "NoContents"
    effect = "Deny"
    actions = [
      "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer", "kms:Decrypt", "logs:FilterLogEvents", "logs:GetLog*",
      "logs:GetQueryResults", "logs:StartLiveTail", "logs:StartQuery", "logs:Unmask", "rds:Download*",
      "secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue", "ssm:GetParameter*", "sts:AssumeRole"
    ]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "look" {
  name   = "look"
  role   = aws_iam_role.this["plan"].id
  policy = data.aws_iam_policy_document.look.json
}
