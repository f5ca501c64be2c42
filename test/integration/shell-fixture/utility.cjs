process.parentPort.on('message', ({ data }) => process.parentPort.postMessage({ data, argument: process.argv[2], electron: attempt() }));

function attempt() {
  try {
    return typeof require('electron').app;
  } catch (error) {
    return error.message;
  }
}
