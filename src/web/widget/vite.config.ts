import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `vite build -c src/web/widget/vite.config.ts` → dist/widget; `vite -c …` serves it beside a running API. */
export default defineConfig({
  root: here('.'),
  publicDir: false,
  plugins: [
    {
      name: 'widget-by-its-public-name',
      configureServer(server) {
        server.middlewares.use((request, _response, next) => {
          if (request.url === '/widget.js') request.url = '/widget.ts';
          next();
        });
      },
    },
    {
      name: 'css-literals-without-indentation',
      apply: 'build',
      transform: (code, id) =>
        id.startsWith(here('.')) && code.includes('css`')
          ? code.replace(/css`[^`]*`/g, (css) =>
              css
                .replace(/\/\*.*?\*\//gs, '')
                .replace(/\s+/g, ' ')
                .replace(/ ?([{};]) ?/g, '$1'),
            )
          : undefined,
    },
  ],
  server: { proxy: { '/api': 'http://localhost:8080' } },
  build: {
    outDir: here('../../../dist/widget'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      preserveEntrySignatures: 'strict',
      input: { widget: here('./widget.ts'), index: here('./index.html') },
      output: {
        entryFileNames: (chunk) => (chunk.name === 'widget' ? 'widget.js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
});
