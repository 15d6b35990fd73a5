// The engine that the page has compiled and hands over. The single-file build puts another module here.
export const compiled = new Promise((resolve, reject) => {
  self.addEventListener('message', ({ data }) => {
    if (data.module) resolve(data.module);
    else if (data.failed) reject(new Error(data.failed));
  });
});
