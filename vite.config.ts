import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  // Relative addresses, so that the built page works from any folder of any static server.
  base: './',
  build: { target: 'es2022', sourcemap: false },
  test: { include: ['src/**/*.test.{ts,tsx}'], environment: 'node' },
});
