# The command line in a container. What was tried of it: docs/ci/README.md.
#   docker build --tag carbon-gate .
#   docker run --rm --volume "$PWD:/work" carbon-gate logs emissions.csv
# Pin the base image by digest where you build it.
FROM node:24-alpine
# For the ledger and `init`.
RUN apk add --no-cache git
COPY package.json LICENSE NOTICE /opt/carbon-gate/
COPY dist/cli /opt/carbon-gate/dist/cli
COPY dist/sampler /opt/carbon-gate/dist/sampler
RUN printf '#!/bin/sh\nexec node /opt/carbon-gate/dist/cli/index.js "$@"\n' > /usr/local/bin/carbon-gate \
 && chmod 755 /usr/local/bin/carbon-gate
USER node
WORKDIR /work
ENTRYPOINT ["carbon-gate"]
CMD ["--help"]
