// What a stylesheet is to a spec: its address.
module.exports = '/style.css';
