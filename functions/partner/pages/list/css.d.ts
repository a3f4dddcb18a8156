/** Style sheets that a page's script brings along; the build writes them beside it. */
declare module '*.css';
