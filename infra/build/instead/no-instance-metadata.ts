/** Stands in for the SDK's asking of an EC2 instance in which region it runs: Lambda is told in `AWS_REGION` (2 KB). */
export const getInstanceMetadataRegion = async () => undefined;
