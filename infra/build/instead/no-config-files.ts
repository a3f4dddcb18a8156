/** Stands in for the SDK's reader of `~/.aws/config` and `~/.aws/credentials`: Lambda has neither, its settings come from the environment (3 KB). */
export const loadSharedConfigFiles = async () => ({ configFile: {}, credentialsFile: {} });

/** What the SDK's other readers of those files ask of this one. */
export const CONFIG_PREFIX_SEPARATOR = '.';
